package org.marsad;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The arrows between the packages: what each may use, in the order of the flow. Any other fails here. */
class ArchitectureTest {
    private static final JavaClasses MARSAD = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.marsad");

    private static final Map<String, String[]> MAY_USE = new LinkedHashMap<>();

    static {
        // Core: plain Java.
        MAY_USE.put("text", new String[] {});
        MAY_USE.put("geo", new String[] {});
        MAY_USE.put("gazetteer", new String[] {"text", "geo"});
        MAY_USE.put("geocode", new String[] {"text", "gazetteer"});
        MAY_USE.put("actor", new String[] {"text"});
        MAY_USE.put("coding", new String[] {"text", "geo", "gazetteer", "geocode", "actor"});
        MAY_USE.put("exchange", with("coding"));
        MAY_USE.put("evaluate", with("coding"));
        // The application.
        MAY_USE.put("store", with("coding", "exchange"));
        MAY_USE.put("ingest", with("coding", "exchange", "store"));
        MAY_USE.put("mapview", with("coding", "exchange", "store"));
        MAY_USE.put("snapshot", with("coding", "exchange", "store", "mapview"));
        // What an edit would do to issued snapshots.
        MAY_USE.put("curation", with("coding", "exchange", "store", "snapshot"));
        MAY_USE.put("web", with("coding", "exchange", "store", "ingest", "mapview", "snapshot", "curation"));
        MAY_USE.put("ui", with("coding", "exchange", "store", "ingest", "mapview", "snapshot", "curation"));
        MAY_USE.put("launch", new String[] {"store", "ingest", "mapview", "snapshot", "curation"});
    }

    /** Those named, and all that the coder uses. */
    private static String[] with(String... others) {
        return Stream.concat(Stream.of("text", "geo", "gazetteer", "geocode", "actor"), Arrays.stream(others))
                .toArray(String[]::new);
    }

    @Test
    void eachPackageUsesOnlyThoseBeforeItInTheFlow() {
        MAY_USE.forEach((name, used) -> {
            var allowed = new TreeSet<>(Arrays.asList(used));
            allowed.add(name);
            noClasses()
                    .that()
                    .resideInAPackage("org.marsad." + name + "..")
                    .should()
                    .dependOnClassesThat(
                            new DescribedPredicate<>("belong to another package of Marsad than " + allowed) {
                                @Override
                                public boolean test(JavaClass used) {
                                    return used.getPackageName().startsWith("org.marsad")
                                            && !allowed.contains(featureOf(used));
                                }
                            })
                    .allowEmptyShould(true)
                    .check(MARSAD);
        });
    }

    /** The steps of the coder, each with what it may use of the others. */
    @Test
    void eachStepOfTheCoderUsesOnlyThoseBeforeIt() {
        var steps = new LinkedHashMap<String, List<String>>();
        steps.put("event", List.of());
        steps.put("reading", List.of("event"));
        steps.put("trigger", List.of("event", "reading"));
        steps.put("slot", List.of("event", "reading", "trigger"));
        steps.put("draft", List.of("event", "reading", "trigger", "slot"));
        steps.put("merge", List.of("event", "reading", "slot"));
        steps.put("build", List.of("event", "reading", "slot"));
        steps.put("weigh", List.of("event", "reading", "slot"));
        steps.put("article", List.of("event", "reading", "trigger", "slot", "draft", "merge", "build", "weigh"));
        steps.put("link", List.of("event", "reading", "slot"));
        steps.forEach((step, used) -> {
            var allowed = Stream.concat(Stream.of(step), used.stream())
                    .map(name -> "org.marsad.coding." + name + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage("org.marsad.coding." + step + "..")
                    .should()
                    .dependOnClassesThat(resideInAPackage("org.marsad.coding..").and(not(resideInAnyPackage(allowed))))
                    .check(MARSAD);
        });
    }

    @Test
    void everyPackageIsInTheTable() {
        var found = new TreeSet<String>();
        MARSAD.forEach(type -> found.add(featureOf(type)));
        found.remove(""); // the entry point
        assertThat(MAY_USE.keySet()).containsAll(found);
    }

    @Test
    void theCoreIsPlainJava() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        Stream.of("text", "geo", "gazetteer", "geocode", "actor", "coding", "exchange", "evaluate")
                                .map(name -> "org.marsad." + name + "..")
                                .toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "com.vaadin..",
                        "java.sql..",
                        "javax.sql..",
                        "org.postgresql..",
                        "jakarta..")
                .check(MARSAD);
    }

    @Test
    void findingADatabaseNeedsNoFramework() {
        noClasses()
                .that()
                .resideInAPackage("org.marsad.store.database..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "com.vaadin..")
                .check(MARSAD);
    }

    @Test
    void geoToolsIsUsedInOnePlace() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.marsad.geo..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.geotools..", "org.opengis..")
                .check(MARSAD);
    }

    @Test
    void sqlIsWrittenWhereDataAreKept() {
        noClasses()
                .that()
                .resideInAnyPackage("org.marsad.web..", "org.marsad.ui..", "org.marsad.launch..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.jdbc..", "java.sql..", "javax.sql..")
                .check(MARSAD);
    }

    @Test
    void thereAreNoCycles() {
        slices().matching("org.marsad.(*)..").should().beFreeOfCycles().check(MARSAD);
    }

    @Test
    void viewsAreNotPublic() {
        classes()
                .that()
                .areAnnotatedWith("com.vaadin.flow.router.Route")
                .should()
                .notBePublic()
                .allowEmptyShould(true)
                .check(MARSAD);
    }

    private static String featureOf(JavaClass type) {
        String rest = type.getPackageName().substring("org.marsad".length());
        return rest.isEmpty() ? "" : rest.substring(1).split("\\.")[0];
    }
}
