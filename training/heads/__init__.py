"""The heads that are trained together on one encoder: one file each, listed here.

A head module has ``NAME``; ``Head(width)``, a torch module; ``targets(document, window)``, what the gold says of a
window, as arrays; ``collate`` and ``collate_soft``, which put windows together; ``export``, which adds the head to the
shipped graph; and on the module ``loss`` (against gold) and, for the heads that are TAUGHT, ``distil`` (against a
teacher's ``soften``).
"""

from training.heads import attribution, mentions

HEADS = (attribution, mentions)
TAUGHT = (attribution,)  # those that the teacher has
