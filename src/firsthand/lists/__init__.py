"""Reading sanctions lists as they are published: OFAC's, the UN's, OpenSanctions'."""

from firsthand.lists.countries import alpha3
from firsthand.lists.files import Entries, ListFile
from firsthand.lists.ofac_csv import part_names
from firsthand.lists.recognise import open_list

__all__ = ["Entries", "ListFile", "alpha3", "open_list", "part_names"]
