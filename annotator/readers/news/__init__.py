"""Exports of news databases: Nexis, Factiva, Europresse, ProQuest."""
