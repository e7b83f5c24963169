-- What a notice says to readers of English, beside title_en; the lines of the list stay as they were published.
alter table publicnotice.notice add column introduction_en text check (length(introduction_en) between 1 and 8000);
alter table publicnotice.notice add column headings_en text[]
    check (cardinality(headings_en) = cardinality(headings));
