-- 省级产教融合项目优先 (R-ZJ-30): one more rule that parts equals.
alter table selection.ranking_row drop constraint ranking_row_parted_check;
alter table selection.ranking_row add constraint ranking_row_parted_check
    check (parted in ('PROVINCIAL_PROJECT', 'CRITERION', 'SMALLER_SPREAD', 'EARLIER_RECEIPT'));
