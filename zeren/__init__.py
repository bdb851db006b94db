"""zeren (责任图谱): a knowledge graph of responsibilities, read from Chinese government plans."""

__version__ = "0.1.0"
