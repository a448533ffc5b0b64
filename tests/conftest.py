from __future__ import annotations

from hypothesis import HealthCheck, settings

# A slow machine is no fault of the code, and a run of the checks gives the same every time.
settings.register_profile("checks", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("checks")
