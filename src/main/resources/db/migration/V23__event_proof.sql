-- What lets others than the portal tell whether a log is what was written, and the portal tell its own notes from forged ones.

alter table event_unsealed add column mac bytea;
comment on column event_unsealed.mac is
  'Keyed hash over the event, made when it was written; null in notes of earlier versions, which are accepted until the chain of the company has digests';

alter table event_chain add column head_digest bytea, add column anchor_digest bytea;
comment on column event_chain.head_digest is
  'SHA-256 over the last entry, as a verifiable export writes it, and the digest before it; null until the chain is taken over from an earlier version';
comment on column event_chain.anchor_digest is 'The digest where the chain that is kept begins';
