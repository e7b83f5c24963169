-- one statement of each factory and year is under way or done
create table factory.statement_case (
    factory uuid    not null references factory.factory,
    year    integer not null,
    case_id uuid    not null unique,
    primary key (factory, year)
);
