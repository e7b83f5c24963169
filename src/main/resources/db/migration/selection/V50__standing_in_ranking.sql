-- How a row stands: by the quota, to the line, and without any one expert.
alter table selection.ranking_row
    add column position       text    not null check (position in ('WITHIN', 'ON_LINE', 'BEYOND', 'NO_LINE')),
    add column margin         numeric(9, 4), -- points to the nearest row on the other side of the line
    add column parted         text check (parted in ('CRITERION', 'SMALLER_SPREAD', 'EARLIER_RECEIPT')), -- the tie rule that was needed
    add column best           integer not null,
    add column worst          integer not null,
    add column best_without   text, -- the expert
    add column worst_without  text,
    add column crosses_line   boolean not null,
    add check (place between best and worst),
    add check (best > 0);
