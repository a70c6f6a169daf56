# core/lexicon/local.mk - terms and the tables they come from
