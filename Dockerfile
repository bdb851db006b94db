# The program with its command line; by default it serves at port 8000.
FROM python:3.12-slim

RUN useradd --create-home --uid 10001 zeren
WORKDIR /app
COPY pyproject.toml requirements.lock README.md LICENSE ./
COPY api api
COPY graph graph
COPY loaders loaders
COPY queries queries
COPY viz viz
COPY zeren zeren
RUN pip install --no-cache-dir --constraint requirements.lock .

RUN install -d -o zeren -g zeren /data
WORKDIR /data
USER zeren
# a container's own address is not known beforehand; the port is published on 127.0.0.1 only
ENV ZEREN_STORE=ladybug:///data/store \
    ZEREN_HOSTS=localhost,127.0.0.1
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s --retries=6 \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/healthz', timeout=4)"]
ENTRYPOINT ["zeren"]
# --open: without ZEREN_READ_TOKEN whoever reaches the published port may read, nobody may write
CMD ["serve", "--host", "0.0.0.0", "--port", "8000", "--open"]
