-- A search compares small letters with small letters: comparing without regard to case costs ten times as much a row.
update workflow.todo set label = lower(label) where label <> lower(label);
