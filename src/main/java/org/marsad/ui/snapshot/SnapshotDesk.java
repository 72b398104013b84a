package org.marsad.ui.snapshot;

import com.vaadin.flow.spring.security.AuthenticationContext;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.marsad.mapview.SavedViews;
import org.marsad.snapshot.Signer;
import org.marsad.snapshot.Snapshot;
import org.marsad.snapshot.SnapshotRefusedException;
import org.marsad.snapshot.Snapshots;
import org.marsad.snapshot.schedule.Schedules;
import org.marsad.text.Language;
import org.marsad.ui.i18n.DateWords;
import org.marsad.ui.i18n.Messages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** What the pages about snapshots work with, and how they say what they find. */
@Component
public record SnapshotDesk(
        Snapshots snapshots, Schedules schedules, SavedViews views, Messages messages, AuthenticationContext who) {
    private static final Logger LOG = LoggerFactory.getLogger(SnapshotDesk.class);

    /** Who is signed in, with what they may do. */
    public Signer signer() {
        return new Signer(user(), who.hasAnyRole("BRIEFER", "ADMIN"), who.hasRole("ADMIN"));
    }

    String user() {
        return who.getAuthenticatedUser(UserDetails.class)
                .map(UserDetails::getUsername)
                .orElse("");
    }

    String say(Language language, String key, Object... parameters) {
        return messages.getTranslation(key, Locale.of(language.tag()), parameters);
    }

    /** Day and time of the clock that the server runs by. */
    String moment(Instant at, Language language) {
        var local = at.atZone(ZoneId.systemDefault());
        return new DateWords(messages).day(local.toLocalDate(), language)
                + String.format(Locale.ROOT, " %02d:%02d", local.getHour(), local.getMinute());
    }

    /** Who issued it. */
    String by(Snapshot snapshot, Language language) {
        return snapshot.issuedBy().equals(Signer.COMMAND_LINE.name())
                ? say(language, "snapshot.commandLine")
                : "\u2068" + snapshot.issuedBy() + "\u2069";
    }

    /** Why something could not be made; what nobody expected goes into the log. */
    String failure(RuntimeException e, Language language) {
        return switch (e) {
            case SnapshotRefusedException refused -> refusal(refused, language);
            case DataAccessException _, TransactionException _ -> say(language, "server.away");
            default -> {
                LOG.error("A snapshot could not be made", e);
                yield say(language, "snapshot.failed");
            }
        };
    }

    /** Why something was refused, in the reader's language; what the store adds to it stays as it is. */
    String refusal(SnapshotRefusedException e, Language language) {
        return say(language, "snapshot.refused." + e.reason(), e.getMessage());
    }
}
