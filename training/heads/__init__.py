"""The heads that are trained together on one encoder: one file each, listed here.

A head module has ``NAME``; ``Head(width)``, a torch module; ``targets(document, window)``, what the gold says of a
window, as arrays; ``collate``, which puts windows together; ``soften``, what one or several networks say of windows;
``export``, which adds the head to the shipped graph; and on the module ``loss`` (against gold). Heads that are TAUGHT
have ``collate_soft`` and, on the module, ``distil`` (against what teachers said).
"""

from training.heads import attribution, events, mentions

HEADS = (attribution, mentions, events)
TAUGHT = (attribution,)  # those that teachers have
