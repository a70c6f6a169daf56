# docs/local.mk - pages for people
dist_doc_DATA = \
	README.md \
	README.zh_CN.md \
	docs/architecture.md \
	docs/plugin-guide.md
