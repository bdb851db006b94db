"""What a document says about itself: plan fields, citations, and how each part is run."""

from loaders.frontmatter.citations import read_citations
from loaders.frontmatter.fields import read_fields
from loaders.frontmatter.headings import plain_name
from loaders.frontmatter.mechanism import Mechanism, read_mechanism, with_members

__all__ = ["Mechanism", "plain_name", "read_citations", "read_fields", "read_mechanism", "with_members"]
