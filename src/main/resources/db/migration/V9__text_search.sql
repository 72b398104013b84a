-- Words anywhere in a text, found by its three-letter runs: a filter's text without going through every article.
create extension if not exists pg_trgm;

-- A pattern for "like" that holds a text, folded, anywhere.
create function marsad_like(t text) returns text immutable strict parallel safe language sql as $$
    select '%' || replace(replace(replace(marsad_fold(t), '\', '\\'), '%', '\%'), '_', '\_') || '%'
$$;

create index document_words on document using gin (marsad_fold(text) gin_trgm_ops);
create index article_title_words on article using gin (marsad_fold(title) gin_trgm_ops);
create index imported_event_words on imported_event using gin (marsad_fold(notes) gin_trgm_ops);
