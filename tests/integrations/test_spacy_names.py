"""A small pipeline, trained here from sentences of our own, saved, loaded, packaged and used as a source of names."""

from __future__ import annotations

import json
import pickle
from pathlib import Path
from typing import Any

import pytest
import spacy
from typer.testing import CliRunner

from epiextract import Extractor
from epiextract.cli import app
from epiextract.errors import ConfigError, InputError
from epiextract.integrations.ner_training import Example, read_examples, silver_examples, split, train_ner
from epiextract.text.document import Document

NAMES = ["青柠小筑", "云汐里", "墨禾坊", "拾光巷", "晴川屋", "木棉居", "白鹭洲头", "星罗阁", "听雨轩", "南山雅集"]
FRAMES = [
    "昨天，{}为医院送来{}箱牛奶。",
    "{}给社区捐了{}只口罩。",
    "据介绍，{}已送出{}套防护服。",
    "{}拿出{}万元帮助邻居。",
]


def sentences() -> list[Example]:
    out = []
    for number, name in enumerate(NAMES):
        for frame in FRAMES:
            text = frame.format(name, number + 2)
            start = text.index(name)
            out.append(Example(text, ((start, start + len(name), "ORG"),)))
    return out


@pytest.fixture(scope="module")
def pipeline(tmp_path_factory: pytest.TempPathFactory) -> Path:
    examples = sentences()
    output = tmp_path_factory.mktemp("ner")
    settings = {"training.max_steps": 120, "training.eval_frequency": 40, "components.tok2vec.model.encode.width": 32}
    return train_ner(examples, examples, output, overrides=settings)


TEXT = "据介绍，晴川屋已送出7套防护服。晴川屋卖茶。"


def donors(extractor: Extractor, text: str = TEXT) -> set[str]:
    names = extractor.read(Document(id="a", text=text)).names.mentions
    return {text[m.start : m.end] for m in names if m.tag == "ORG"}


def test_a_saved_pipeline_adds_its_names(pipeline: Path) -> None:
    assert "晴川屋" in donors(Extractor(nlp=spacy.load(pipeline), learned=False))
    assert "晴川屋" in donors(Extractor(nlp=str(pipeline), learned=False))


def test_only_sentences_with_a_figure_are_read(pipeline: Path) -> None:
    seen: list[str] = []

    class Listening:
        def __init__(self, nlp: Any) -> None:
            self.nlp, self.pipe_names = nlp, nlp.pipe_names

        def pipe(self, texts: Any) -> Any:
            texts = list(texts)
            seen.extend(texts)
            return self.nlp.pipe(texts)

    Extractor(nlp=Listening(spacy.load(pipeline)), learned=False).read(Document(id="a", text=TEXT))
    assert seen == ["据介绍，晴川屋已送出7套防护服。"]


def test_an_extractor_with_a_pipeline_pickles(pipeline: Path) -> None:
    again = pickle.loads(pickle.dumps(Extractor(nlp=spacy.load(pipeline), learned=False)))
    assert "晴川屋" in donors(again)


def test_a_packaged_pipeline_loads(pipeline: Path, tmp_path: Path) -> None:
    from spacy.cli.package import package

    package(pipeline, tmp_path, name="names", version="0.1.0", create_sdist=False, create_wheel=False, silent=True)
    folder = tmp_path / "zh_names-0.1.0" / "zh_names" / "zh_names-0.1.0"
    assert "晴川屋" in donors(Extractor(nlp=folder, learned=False))


def ruler(*patterns: tuple[str, str]) -> Any:
    nlp = spacy.blank("zh")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": label, "pattern": words} for words, label in patterns])
    return nlp


def tagged(nlp: Any, text: str) -> dict[str, str]:
    reading = Extractor(nlp=nlp, learned=False).read(Document(id="a", text=text))
    return {text[m.start : m.end]: m.tag for m in reading.mentions if m.tag in ("ORG", "FACILITY", "PERSON", "PLACE")}


def test_ours_stays_unless_the_other_holds_it_and_is_longer() -> None:
    text = "江城绿洲公益基金会向武汉市第一医院捐款3万元。"
    assert tagged(ruler(("绿洲公益", "ORG")), text).get("绿洲公益") is None
    assert "江城绿洲公益基金会" in tagged(ruler(("基金会向武", "ORG")), text)
    longer = "梦里水乡的家康复医院收治3人。"
    assert "梦里水乡的家康复医院" not in tagged(None, longer)
    assert tagged(ruler(("梦里水乡的家康复医院", "FAC")), longer)["梦里水乡的家康复医院"] == "FACILITY"


def test_places_stay_ours_and_hospitals_are_facilities() -> None:
    text = "武汉新增3例。阳光岛康复医院收治9人。"
    found = tagged(ruler(("武汉", "ORG"), ("阳光岛康复医院", "ORG")), text)
    assert found["武汉"] == "PLACE"
    assert found["阳光岛康复医院"] == "FACILITY"


def test_a_name_that_crosses_a_figure_is_dropped() -> None:
    text = "晴川屋捐3万元。"
    assert "捐3" not in tagged(ruler(("捐3", "ORG")), text)


@pytest.mark.parametrize("nlp", [42, spacy.blank("zh"), "no_such_pipeline"])
def test_what_is_no_pipeline_is_named(nlp: Any) -> None:
    with pytest.raises(ConfigError, match="EPX305"):
        Extractor(nlp=nlp)


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("{", "no JSON"),
        ('{"entities": []}', "no text"),
        ('{"text": "甲乙", "entities": [[0, 5, "ORG"]]}', "no span"),
        ('{"text": "甲乙丙", "entities": [[0, 2, "ORG"], [1, 3, "ORG"]]}', "overlap at '乙'"),
    ],
)
def test_a_bad_line_of_annotation_is_named(tmp_path: Path, line: str, fault: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "好", "entities": []}\n' + line + "\n", encoding="utf-8")
    with pytest.raises(InputError, match=rf"a\.jsonl:2: \[EPX407\].*{fault}"):
        read_examples(path)


def test_spans_of_prodigy_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "甲乙", "spans": [{"start": 0, "end": 2, "label": "ORG"}]}', encoding="utf-8")
    assert read_examples(path) == [Example("甲乙", ((0, 2, "ORG"),))]


def test_silver_labels_are_what_the_library_finds() -> None:
    document = Document(id="a", text="江城绿洲公益基金会向武汉市第一医院捐款3万元。没有数字的一句。")
    (example,) = silver_examples([document], Extractor(learned=False))
    labels = {example.text[a:b]: label for a, b, label in example.entities}
    assert labels["江城绿洲公益基金会"] == "ORG"
    assert labels["武汉市第一医院"] == "FACILITY"
    assert "没有" not in example.text


def test_a_tenth_is_kept_to_watch() -> None:
    learn, watch = split(sentences())
    assert (len(learn), len(watch)) == (36, 4)


def test_the_command_trains(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    rows = ({"text": e.text, "entities": [list(x) for x in e.entities]} for e in sentences())
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
    news = tmp_path / "news.txt"
    news.write_text("江城绿洲公益基金会向武汉市第一医院捐款3万元。", encoding="utf-8")
    output = tmp_path / "out"
    result = CliRunner().invoke(
        app, ["ner", "train", str(path), "--silver", str(news), "-o", str(output), "--steps", "4"]
    )
    assert result.exit_code == 0, result.output
    assert (output / "model-best" / "meta.json").exists()
    assert (output / "config.cfg").exists()
    assert CliRunner().invoke(app, ["ner", "train", "-o", str(output)]).exit_code == 2
