-- function of the department that founded a school (举办单位), such as health; nothing where the source is silent
alter table organization.organization
    add column founder text;
