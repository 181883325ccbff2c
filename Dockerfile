# The command quiet-guide with all that it needs, the PDFs' libraries included.
#   make wheel && docker build -t quiet-guide .
#   docker run --rm -v "$PWD":/copy -u "$(id -u):$(id -g)" quiet-guide build
FROM debian:trixie-slim
RUN apt-get update \
 && apt-get install --yes --no-install-recommends \
    git python3 python3-venv libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 \
 && rm -rf /var/lib/apt/lists/*
COPY dist/quiet_guide-*.whl /wheel/
RUN python3 -m venv /opt/quiet-guide \
 && /opt/quiet-guide/bin/pip install --no-cache-dir --only-binary :all: /wheel/*.whl \
 && rm -r /wheel
# The folder is another user's, and git gives its newest commit only to who says that this is meant.
RUN git config --system --add safe.directory '*'
ENV PATH=/opt/quiet-guide/bin:$PATH HOME=/tmp PYTHONDONTWRITEBYTECODE=1
USER nobody
WORKDIR /copy
ENTRYPOINT ["quiet-guide"]
CMD ["check"]
