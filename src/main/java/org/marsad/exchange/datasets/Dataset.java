package org.marsad.exchange.datasets;

import java.util.List;
import java.util.Locale;

/** A data set whose rows can be taken in, with the columns of its newest format. */
public enum Dataset {
    /** Columns since the changes of March 2023 (acleddata.com, "Guide to 2023 ACLED column changes"). */
    ACLED(
            "event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1"
                    + " inter1 actor2 assoc_actor_2 inter2 interaction civilian_targeting iso region country admin1"
                    + " admin2 admin3 location latitude longitude geo_precision source source_scale notes fatalities"
                    + " tags timestamp",
            true),
    /** UCDP Georeferenced Event Dataset, codebook of version 25.1. */
    UCDP(
            "id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name"
                    + " dyad_dset_id dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a side_b_dset_id"
                    + " side_b_new_id side_b number_of_sources source_article source_office source_date source_headline"
                    + " source_original where_prec where_coordinates where_description adm_1 adm_2 latitude longitude"
                    + " geom_wkt priogrid_gid country country_id region event_clarity date_prec date_start date_end"
                    + " deaths_a deaths_b deaths_civilians deaths_unknown best high low gwnoa gwnob",
            true),
    /** GDELT 2.0 events: tab-separated, without a header (GDELT Event Database codebook 2.0). */
    GDELT(
            "globaleventid sqldate monthyear year fractiondate actor1code actor1name actor1countrycode"
                    + " actor1knowngroupcode actor1ethniccode actor1religion1code actor1religion2code actor1type1code"
                    + " actor1type2code actor1type3code actor2code actor2name actor2countrycode actor2knowngroupcode"
                    + " actor2ethniccode actor2religion1code actor2religion2code actor2type1code actor2type2code"
                    + " actor2type3code isrootevent eventcode eventbasecode eventrootcode quadclass goldsteinscale"
                    + " nummentions numsources numarticles avgtone actor1geo_type actor1geo_fullname"
                    + " actor1geo_countrycode actor1geo_adm1code actor1geo_adm2code actor1geo_lat actor1geo_long"
                    + " actor1geo_featureid actor2geo_type actor2geo_fullname actor2geo_countrycode actor2geo_adm1code"
                    + " actor2geo_adm2code actor2geo_lat actor2geo_long actor2geo_featureid actiongeo_type"
                    + " actiongeo_fullname actiongeo_countrycode actiongeo_adm1code actiongeo_adm2code actiongeo_lat"
                    + " actiongeo_long actiongeo_featureid dateadded sourceurl",
            false);

    private final List<String> columns;
    private final boolean header;

    Dataset(String columns, boolean header) {
        this.columns = List.of(columns.split(" "));
        this.header = header;
    }

    /** As in the database and on the command line: {@code acled}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Lower case, in the order of the newest format. */
    public List<String> columns() {
        return columns;
    }

    /** Whether the first line of a file names its columns; else there are all of {@link #columns()}, tabs between. */
    public boolean hasHeader() {
        return header;
    }

    /** The column with the row's id. */
    public String idColumn() {
        return columns.getFirst();
    }

    /**
     * @throws IllegalArgumentException naming those that there are
     */
    public static Dataset ofId(String id) {
        for (var one : values()) {
            if (one.id().equals(id)) {
                return one;
            }
        }
        throw new IllegalArgumentException("no data set \"" + id + "\"; there are acled, ucdp and gdelt");
    }
}
