-- The costs of what finds candidates for an incident are overestimated: each statement of ten milliseconds would first be
-- compiled for half a second. Who may not change the database keeps its setting, and waits.
do $$
begin
    execute format('alter database %I set jit = off', current_database());
exception when insufficient_privilege then
    raise notice 'jit stays as it is: only the owner of the database can turn it off';
end
$$;
