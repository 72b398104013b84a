package org.marsad.curation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is different between two states of an actor, and what three-way merging makes of two changes. */
final class ActorDiff extends StateDiff<ActorState, ActorLabel> {
    static final ActorDiff DIFF = new ActorDiff();

    private ActorDiff() {}

    @Override
    Map<String, @Nullable String> fields(@Nullable ActorState actor) {
        var fields = new LinkedHashMap<String, @Nullable String>();
        fields.put("name", actor == null ? null : actor.name());
        fields.put("nameAr", actor == null ? null : actor.nameAr());
        fields.put("nameFr", actor == null ? null : actor.nameFr());
        fields.put("actorKind", actor == null ? null : actor.kind());
        fields.put("inter", actor == null ? null : Integer.toString(actor.inter()));
        fields.put("sector", actor == null ? null : actor.sector());
        fields.put("country", actor == null ? null : actor.country());
        fields.put("parent", actor == null ? null : actor.parent());
        fields.put("from", actor == null ? null : actor.from());
        fields.put("to", actor == null ? null : actor.to());
        fields.put("retired", actor == null ? null : "" + actor.retired());
        return fields;
    }

    @Override
    String id(ActorState actor) {
        return actor.id();
    }

    @Override
    List<ActorLabel> names(ActorState actor) {
        return actor.names();
    }

    @Override
    String text(ActorLabel name) {
        return name.text();
    }

    @Override
    String words(ActorLabel name) {
        return name.text() + " (" + name.language().tag() + ")";
    }

    @Override
    public ActorState merge(ActorState base, ActorState theirs, ActorState mine) {
        return new ActorState(
                theirs.id(),
                theirs.version(),
                pick(base.name(), theirs.name(), mine.name()),
                pick(base.nameAr(), theirs.nameAr(), mine.nameAr()),
                pick(base.nameFr(), theirs.nameFr(), mine.nameFr()),
                pick(base.kind(), theirs.kind(), mine.kind()),
                pick(base.inter(), theirs.inter(), mine.inter()),
                pick(base.sector(), theirs.sector(), mine.sector()),
                pick(base.country(), theirs.country(), mine.country()),
                pick(base.parent(), theirs.parent(), mine.parent()),
                pick(base.from(), theirs.from(), mine.from()),
                pick(base.to(), theirs.to(), mine.to()),
                mergedNames(base, theirs, mine),
                pick(base.retired(), theirs.retired(), mine.retired()));
    }
}
