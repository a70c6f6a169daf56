# core/pipeline/local.mk
