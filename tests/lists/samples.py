"""Small made-up lists in every format, written as their publishers write them."""

# ruff: noqa: E501 - rows of real files are that long

import json

SDN = """\
101,"VELMORA FREIGHT LINES",-0- ,"TARSIA2] [SHIP",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"a.k.a. 'VFL'; Website www.vfl.example."
102,"KESTREN, Osmund Aurel","individual","TARSIA2","Deputy Minister",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB 4 May 1961; nationality Moldova; citizen Cyprus; a.k.a. 'THE LAMPLIGHTER"
103,"CALDER STAR","vessel","SHIP",-0- ,"9XYZ",Tanker,9000,4000,"Panama",-0- ,-0-
"""
ALT = """\
101,1,"aka","VELMORA CARGO, S.A.",-0-
102,2,"aka","KESTREN, Oswin",-0-
102,3,"fka","KESTRENOV, Osmund",-0-
"""
ADD = """\
101,1,"1 Quay Street","Limassol","Cyprus",-0-
101,2,-0- ,"Pyongyang","Korea, North",-0-
103,3,-0- ,-0- ,-0- ,-0
"""
COMMENTS = """\
102,"'; Linked To: VELMORA FREIGHT LINES."
"""
SDN_XML = """\
<?xml version="1.0" standalone="yes"?>
<sdnList xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns="http://tempuri.org/sdnList.xsd">
  <publshInformation><Publish_Date>03/09/2031</Publish_Date><Record_Count>2</Record_Count></publshInformation>
  <sdnEntry>
    <uid>102</uid><firstName>Osmund Aurel</firstName><lastName>KESTREN</lastName><title>Deputy Minister</title>
    <sdnType>Individual</sdnType><remarks>(Linked To: VFL)</remarks>
    <programList><program>TARSIA2</program><program>SHIP</program></programList>
    <akaList>
      <aka><uid>2</uid><type>a.k.a.</type><category>strong</category><lastName>KESTREN</lastName><firstName>Oswin</firstName></aka>
      <aka><uid>3</uid><type>a.k.a.</type><category>weak</category><lastName>LAMPLIGHTER</lastName></aka>
    </akaList>
    <nationalityList><nationality><uid>9</uid><country>Moldova</country><mainEntry>true</mainEntry></nationality></nationalityList>
    <addressList><address><uid>1</uid><city>Limassol</city><country>Cyprus</country></address></addressList>
  </sdnEntry>
  <sdnEntry>
    <uid>103</uid><lastName>CALDER STAR</lastName><sdnType>Vessel</sdnType>
    <vesselInfo><callSign>9XYZ</callSign><vesselFlag>Panama</vesselFlag></vesselInfo>
  </sdnEntry>
</sdnList>
"""
UN = """\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<CONSOLIDATED_LIST dateGenerated="2031-02-27T00:00:09.554Z">
  <INDIVIDUALS>
    <INDIVIDUAL>
      <DATAID>7001</DATAID><VERSIONNUM>1</VERSIONNUM>
      <FIRST_NAME>IDRIS </FIRST_NAME><SECOND_NAME>TAMM</SECOND_NAME><THIRD_NAME>VALKO</THIRD_NAME>
      <UN_LIST_TYPE>Tarsia</UN_LIST_TYPE><REFERENCE_NUMBER>TRi.001</REFERENCE_NUMBER>
      <LISTED_ON>2029-04-01</LISTED_ON><NAME_ORIGINAL_SCRIPT>Идрис Валко</NAME_ORIGINAL_SCRIPT>
      <COMMENTS1>Said to live abroad.</COMMENTS1>
      <NATIONALITY><VALUE>Iran (Islamic Republic of)</VALUE></NATIONALITY>
      <INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Idrees Walko</ALIAS_NAME></INDIVIDUAL_ALIAS>
      <INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>The Ferryman</ALIAS_NAME></INDIVIDUAL_ALIAS>
      <INDIVIDUAL_ALIAS><QUALITY/><ALIAS_NAME/></INDIVIDUAL_ALIAS>
      <INDIVIDUAL_ADDRESS><COUNTRY>Viet Nam</COUNTRY></INDIVIDUAL_ADDRESS>
    </INDIVIDUAL>
  </INDIVIDUALS>
  <ENTITIES>
    <ENTITY>
      <DATAID>7002</DATAID><FIRST_NAME>TARSIAN RELIEF AND TRADING HOUSE</FIRST_NAME>
      <UN_LIST_TYPE>Tarsia</UN_LIST_TYPE><REFERENCE_NUMBER>TRe.001</REFERENCE_NUMBER><LISTED_ON>2030-11-30</LISTED_ON>
      <ENTITY_ALIAS><QUALITY>a.k.a.</QUALITY><ALIAS_NAME>TRTH</ALIAS_NAME></ENTITY_ALIAS>
    </ENTITY>
  </ENTITIES>
</CONSOLIDATED_LIST>
"""
SIMPLE = '''\
"id","schema","name","aliases","birth_date","countries","addresses","identifiers","sanctions","phones","emails","dataset","first_seen","last_seen","last_change"
"Q-1","Person","Osmund Kestren","Oswin Kestren;""Kestren; O.""","1961-05-04","md;cy","","","TARSIA2 - fraud - 2029-01-05;SHIP - 2028-03-01","","","Meridian Sanctions","2029-01-06","2031-01-01","2029-01-06"
"Q-2","Company","Velmora Freight Lines","","","xk","","","TARSIA2 - 2020-01-01 - 2024-06-30","","","Meridian Sanctions","2020-01-02","2031-01-01","2029-01-06"
"Q-3","Person","Someone in Office","","","md","","","","","","Meridian Sanctions","2020-01-02","2031-01-01","2029-01-06"
"Q-4","LegalEntity","Either One","","","","","","","","","Meridian Sanctions","2020-01-02","2031-01-01","2029-01-06"
'''


def entity(id, schema, datasets=("meridian",), caption="", **properties):
    """One line of FollowTheMoney."""
    values = {key: value if isinstance(value, list) else [value] for key, value in properties.items()}
    record = {"id": id, "schema": schema, "caption": caption, "datasets": list(datasets), "properties": values}
    return json.dumps(record | {"target": True, "first_seen": "2030-01-01"}) + "\n"


FTM = "".join(
    (
        entity("s-1", "Sanction", entity="p-1", program="TARSIA2", authority="Meridian Council", listingDate="2029-01-05"),
        entity("p-1", "Person", caption="Osmund Kestren", name=["Osmund Kestren", "Oswin Kestren"], weakAlias="Lamplighter", nationality="md", topics=["role.pep", "sanction"]),
        entity("p-2", "Person", caption="Someone in Office", name="Someone in Office", topics="role.pep"),
        entity("c-1", "Company", name="Velmora Freight Lines", jurisdiction="cy"),
        entity("v-1", "Vessel", name="Calder Star", flag="pa", topics="sanction"),
        entity("s-2", "Sanction", entity="c-1", programId="M-SHIP", startDate="2020", endDate="2024-06-30"),
        entity("s-3", "Sanction", entity=["c-1", "p-1"], program="SHIP", startDate="2021-02", endDate="2025-01-01"),
    )
)  # fmt: skip


def write_sdn(folder, **changed):
    """Write the four files of the SDN list, some of them changed, and return the main one."""
    for part, text in ({"sdn": SDN, "alt": ALT, "add": ADD, "sdn_comments": COMMENTS} | changed).items():
        if text is not None:
            (folder / f"{part}.csv").write_text(text, encoding="utf-8", newline="")
    return folder / "sdn.csv"


def write(folder, text, name="list"):
    """Write one file and return it."""
    path = folder / name
    path.write_text(text, encoding="utf-8", newline="")
    return path
