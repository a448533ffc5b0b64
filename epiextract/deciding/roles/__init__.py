"""Who and what belongs to a figure: what is sure of givers, getters, senders, goods and sites, then the rankers."""
