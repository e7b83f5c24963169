-- Issuing fixes the text; the PDF is printed from it afterwards. The hash of the text stands from the beginning.
alter table document.issued_document
    add column text_sha256 text not null default '',
    drop constraint issued_document_state_check,
    add constraint issued_document_state_check
        check (state in ('TO_PRINT', 'ISSUED', 'WAITING_FOR_FONT', 'PRINTING_FAILED'));

update document.issued_document set text_sha256 = encode(sha256(convert_to(text, 'UTF8')), 'hex');

alter table document.issued_document
    alter column text_sha256 drop default,
    add check (text_sha256 = encode(sha256(convert_to(text, 'UTF8')), 'hex'));

drop trigger issued_document_stays on document.issued_document;
create trigger issued_document_stays before update on document.issued_document
    for each row
    when (old.content is not null and (new.content, new.state, new.size, new.sha256) is distinct from
                                      (old.content, old.state, old.size, old.sha256)
          or (new.id, new.case_id, new.kind, new.title, new.version, new.text, new.text_sha256, new.issued_at)
             is distinct from
             (old.id, old.case_id, old.kind, old.title, old.version, old.text, old.text_sha256, old.issued_at)
          or old.published_at is not null and new.published_at is distinct from old.published_at)
    execute function document.refuse_change();
