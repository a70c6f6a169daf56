# docs/local.mk - pages for people
