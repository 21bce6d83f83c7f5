import json
import os
from pathlib import Path

import pytest

from tests.times.reading import read

REPORTS = Path(os.environ.get("FIRSTHAND_SHARED", Path(__file__).parents[3] / "shared")) / "reports"
GOLD = sorted(REPORTS.glob("*.gold.json"))


@pytest.mark.skipif(not GOLD, reason="the gold is not here")
@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_every_gold_time_is_the_value_of_a_time_of_the_report(path):
    gold = json.loads(path.read_text())
    text = path.with_name(path.name.replace(".gold.json", ".txt")).read_text()
    wanted = {one["when"] for one in gold["attributions"] + gold["events"] if one["when"]}
    found = read(text, gold["published"])
    bounds = {when.removeprefix("before ") for when in wanted if when.startswith("before ")}
    assert wanted
    assert {when for when in wanted if when[0].isdigit()} <= {time.timex for time in found}
    assert len(bounds) <= sum(time.mod == "MORE_THAN" for time in found)
