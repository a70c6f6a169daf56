# examples/local.mk - sample reports of two invented districts, and scripts for clusters
sampledir = $(docdir)/examples/reports
dist_sample_DATA = \
	examples/reports/qinglan-2017.md \
	examples/reports/qinglan-2018.md \
	examples/reports/qinglan-2019.md \
	examples/reports/qinglan-2020.md \
	examples/reports/qinglan-2022.md \
	examples/reports/shidu-2019.md \
	examples/reports/shidu-2020.md

# The same run on many machines.
clusterdir = $(docdir)/examples/cluster
dist_cluster_DATA = \
	examples/cluster/README.md \
	examples/cluster/merge.sbatch \
	examples/cluster/shard.sbatch
