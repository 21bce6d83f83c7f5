"""The heads that are trained together on one encoder: one file each, listed here.

A head module has ``NAME``; ``Head(width)``, a torch module; ``targets(document, window)``, what the gold says of a
window, as arrays; ``collate`` and ``collate_soft``, which put windows together; and on the module ``loss`` (against
gold), ``distil`` (against a teacher's ``soften``) and ``forward``, whose named outputs are exported.
"""

from training.heads import attribution

HEADS = (attribution,)
