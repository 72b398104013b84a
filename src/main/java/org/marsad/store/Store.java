package org.marsad.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.marsad.actor.Actor;
import org.marsad.actor.ActorRegistry;
import org.marsad.coding.reading.Vocabulary;
import org.marsad.exchange.EventReader;
import org.marsad.exchange.datasets.ActorNames;
import org.marsad.exchange.datasets.PlaceNames;
import org.marsad.gazetteer.Gazetteer;
import org.marsad.geo.Borders;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The repositories over one database, put together; in the server and in commands without one alike. */
public final class Store {
    private final DataSource database;
    private final ReferenceData reference;
    private final CodedDocuments documents;
    private final ImportedEvents imported;
    private final Incidents incidents;
    private final Links links;
    private final StoredArticles articles;
    private final LiveGazetteer live;
    private final JdbcTemplate template;
    private final BorderDistances distances;
    private final ReportMemory memory = new ReportMemory();

    public Store(DataSource database, Gazetteer gazetteer, ActorRegistry actors, Borders borders) {
        this.database = database;
        this.template = new JdbcTemplate(database);
        this.articles = new StoredArticles(template);
        var words = new EditedVocabulary(JdbcClient.create(template), Vocabulary.of(actors));
        var edits = new EditedPlaces(JdbcClient.create(template));
        var followed = new FollowedSources(JdbcClient.create(template));
        this.live = new LiveGazetteer(gazetteer, edits, words, borders, followed);
        this.reference = new ReferenceData(template);
        var duplicates = new Duplicates(JdbcClient.create(template));
        this.distances = new BorderDistances(borders);
        this.incidents = new Incidents(template, new EventReader(live::find, live::findActor), distances, memory);
        this.documents = new CodedDocuments(template, reference, duplicates, incidents, articles, live);
        this.links = new Links(
                JdbcClient.create(template), new TransactionTemplate(new JdbcTransactionManager(database)), incidents);
        this.imported =
                new ImportedEvents(template, reference, distances, new ActorNames(actors), placeNames(gazetteer));
    }

    /** Asks for what was edited only once something is imported: the schema may not be there before. */
    private PlaceNames placeNames(Gazetteer sources) {
        return new PlaceNames(sources, live::gazetteer);
    }

    /** Writes actors as they are now, where they are edited: what was known of them may be of before. */
    public void writeEditedActors(List<Actor> edited) {
        reference.writeEditedActors(edited);
    }

    /** The gazetteer as it is edited. */
    public LiveGazetteer live() {
        return live;
    }

    /** The stored articles. */
    public StoredArticles articles() {
        return articles;
    }

    /** For writing codings that were made with an edition. */
    public Recodings recodings(Edition edition) {
        var gazetteer = edition.gazetteer();
        var actors = edition.vocabulary().actors();
        return new Recodings(
                template,
                reference,
                articles,
                new Incidents(template, new EventReader(gazetteer, actors), distances, memory));
    }

    /** After stored reports were written by others. */
    public void forgetReports() {
        incidents.reports().forgetAll();
    }

    /** With the borders and actors written, which events refer to. */
    public static Store over(DataSource database, Gazetteer gazetteer, ActorRegistry actors, Borders borders) {
        var store = new Store(database, gazetteer, actors, borders);
        store.writeReferenceData(borders, actors);
        return store;
    }

    /** Writes the borders and actors, which events refer to. Quick; to be done before anything is stored. */
    public void writeReferenceData(Borders borders, ActorRegistry actors) {
        reference.writeBorders(borders);
        reference.writeActors(actors, live.vocabulary().read().actors());
        incidents.fillIn();
    }

    /**
     * Writes the gazetteer where its files have changed; takes a while then.
     *
     * @param imported files besides the gazetteer that comes with Marsad
     */
    public boolean writeGazetteer(List<Path> imported) throws SQLException {
        return new GazetteerSync(database, imported).run();
    }

    public CodedDocuments documents() {
        return documents;
    }

    /** Which reports make an incident. */
    public Links links() {
        return links;
    }

    /** The rows of other data sets. */
    public ImportedEvents imported() {
        return imported;
    }
}
