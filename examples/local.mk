# examples/local.mk - sample reports of an invented district
