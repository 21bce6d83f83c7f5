"""onnxruntime with its telemetry switched off, before it is loaded.

Its official builds report each process and model to their maker and leave an identifier in the home folder. Newsrooms
read what nobody may know that they read: Firsthand sends nothing. The variables are read once, at loading, so whoever
imports onnxruntime before Firsthand has decided already.
"""

import os

os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # two names: the second is that of later versions
os.environ["ORT_TELEMETRY_DISABLED"] = "1"

import onnxruntime

onnxruntime.disable_telemetry_events()  # where the variables are not known

__all__ = ["onnxruntime"]
