"""The FastAPI application: routers, pages, security. It glues and decides nothing else."""
