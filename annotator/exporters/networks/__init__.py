"""Networks of the statements of a study, as files.

wanted    which variables, and whether what is asked for goes together
gathered  the statements as ties, and what is left out of them
nodes     actors and concepts with their labels, groups and colours
made      the networks: one, or one for each slice of time
graph     a network as nodes and edges
about     what a network is, in words and for programs
events    statements as the event list of Discourse Network Analyzer
"""
