# examples/local.mk - sample reports of two invented districts
sampledir = $(docdir)/examples/reports
dist_sample_DATA = \
	examples/reports/qinglan-2017.md \
	examples/reports/qinglan-2018.md \
	examples/reports/qinglan-2019.md \
	examples/reports/qinglan-2020.md \
	examples/reports/qinglan-2022.md \
	examples/reports/shidu-2019.md \
	examples/reports/shidu-2020.md
