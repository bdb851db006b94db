"""The commands, a module a group; `zeren.cli` puts them together."""
