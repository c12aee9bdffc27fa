FROM node:20-slim AS looks
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev

FROM python:3.11-slim AS packages
COPY requirements.txt ./
RUN python -m venv /venv && /venv/bin/pip install --no-cache-dir --require-hashes -r requirements.txt

FROM python:3.11-slim
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 DATA_DIR=/data STATIC_ROOT=/app/collected
# The volume over /data takes over this folder's owner when it is first made.
RUN useradd --system --uid 10001 --home-dir /app secretariat && install --directory --owner=secretariat --mode=0750 /data
WORKDIR /app
COPY --from=packages /venv /venv
COPY --from=looks /app/node_modules node_modules
COPY . .
# Collecting needs production's settings but neither its database nor its secrets; these last for the one command.
RUN DATABASE_URL=postgres://build/build REDIS_URL=redis://build ALLOWED_HOSTS=build \
    SECRET_KEY=only-while-the-image-is-built-and-never-when-it-runs-x python manage.py collectstatic --no-input
USER secretariat
EXPOSE 8000
CMD ["gunicorn", "secretariat.wsgi", "--bind", "0.0.0.0:8000", "--workers", "3", "--threads", "4", "--timeout", "120", "--limit-request-line", "8190"]
