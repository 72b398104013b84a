package org.marsad.curation;

import javax.sql.DataSource;
import org.marsad.curation.Curation.Progress;
import org.marsad.curation.Curation.Why;

/** For tests of other packages: articles, two edits that move and take away, and their undo. */
public final class CurationDesk {
    private final Desk desk;

    public CurationDesk(DataSource database) {
        desk = new Desk(database);
        desk.empty();
    }

    public void take(String name, String published, String text) {
        desk.take(name, published, text);
    }

    /** Moves Diboli and takes Kayes away, the town and whatever else is called so. */
    public void moveAndRetire() {
        var diboli = get(place("ديبولي"));
        desk.curation.apply(
                new PlaceEdit.Move(diboli.id(), diboli.version(), -10.5, 14.4), "admin", Why.UNSAID, Progress.NONE);
        var kayes = get(place("كايس"));
        desk.curation.apply(new PlaceEdit.Retire(kayes.id(), kayes.version()), "admin", Why.UNSAID, Progress.NONE);
    }

    private String place(String surface) {
        return desk.jdbc
                .sql("select place_id from mention where surface = ? and place_id is not null order by id limit 1")
                .param(surface)
                .query(String.class)
                .single();
    }

    private PlaceState get(String id) {
        return desk.curation.find(id).orElseThrow();
    }

    /** The older first: neither stands in the other's way. */
    public void undoAll() {
        desk.curation.undo(1, "admin", Why.UNSAID, Progress.NONE);
        desk.curation.undo(2, "admin", Why.UNSAID, Progress.NONE);
    }
}
