"""Settings: environment or `.env`, prefix ZEREN_. Read by `api/app.py` and the command line only."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """One field a setting; docs/settings.md lists them all."""

    model_config = SettingsConfigDict(env_prefix="ZEREN_", env_file=".env", extra="ignore")

    store: str = Field("ladybug://zeren-data", description="图谱库地址")
    neo4j_username: str = Field("neo4j", description="Neo4j 的用户名")
    neo4j_password: SecretStr | None = Field(None, description="Neo4j 的密码")
    neo4j_database: str | None = Field(None, description="Neo4j 的数据库名;不设则用该用户的默认库")
    neo4j_shared: bool = Field(False, description="Neo4j 的数据库里有别的内容时也载入,只动自己的标签")
    token: SecretStr | None = Field(None, description="写操作的口令;不设则不能通过网页和接口写入")
    read_token: SecretStr | None = Field(None, description="读操作的口令;不设则任何人可读")
    hosts: str = Field("localhost,127.0.0.1,[::1]", description="允许的 Host,逗号分隔;* 为不限")
    frame_ancestors: str = Field("'self'", description="允许嵌入本站页面的门户地址,空格分隔")
    cors_origins: str = Field("", description="允许跨域读取接口的网址,逗号分隔")
    root_path: str = Field("", description="反向代理下的路径前缀")
    max_upload_mb: int = Field(50, ge=1, description="上传文件的大小上限(MB)")
    buffer_mb: int = Field(512, ge=64, description="图谱引擎的缓存(MB)")
    query_timeout_ms: int = Field(10_000, ge=1, description="一次查询的时限(毫秒)")
    query_max_rows: int = Field(1_000, ge=1, description="一页最多返回的行数")
    query_slots: int = Field(8, ge=1, description="同时运行的查询数")
    queries: Path | None = Field(None, description="自己的查询文件夹")
    lexicon: Path | None = Field(None, description="自己的条线词表 lexicon.toml")
    corrections: Path | None = Field(None, description="更正表 corrections.toml")
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field("INFO", description="日志级别")
