-- A channel is said to work once something arrived through it, not because nothing failed so far.

alter table channel add column arrived_at timestamptz;
comment on column channel.arrived_at is 'When something arrived through it for the first time; null where nothing is known to have arrived';
