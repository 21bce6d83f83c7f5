from scripts.check_wheel import faults_of_contents

WHOLE = [
    "firsthand/__init__.py",
    "firsthand/py.typed",
    "firsthand/models/small/model.onnx",
    "firsthand/models/small/vocab.txt",
    "firsthand/demo/report.txt",
    "firsthand-0.1.0.dist-info/METADATA",
]


def test_a_whole_wheel_has_no_faults():
    assert faults_of_contents(WHOLE) == []


def test_a_wheel_without_its_model_is_named():
    assert faults_of_contents([p for p in WHOLE if "onnx" not in p]) == [
        "firsthand/models/*/*.onnx is not in the wheel"
    ]


def test_foreign_files_are_named():
    assert faults_of_contents([*WHOLE, "training/train.py"]) == ["training/train.py has no business in the wheel"]
