package org.marsad.ui.i18n;

import com.vaadin.flow.component.Direction;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinServiceInitListener;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.marsad.text.Language;
import org.springframework.stereotype.Component;

/**
 * Which language a visitor reads: the address's {@code lang}, which is remembered in a cookie; else the cookie; else what
 * the browser asks for. The page has its direction before the first paint.
 */
@Component
class LanguageChoice implements VaadinServiceInitListener {
    private static final long serialVersionUID = 1;
    private static final String PARAMETER = "lang";
    private static final String COOKIE = "marsad-lang";

    private final transient Messages messages;

    LanguageChoice(Messages messages) {
        this.messages = messages;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(page -> {
            var request = page.getVaadinRequest();
            asked(request.getParameter(PARAMETER)).ifPresent(language -> remember(page.getVaadinResponse(), language));
            var language = of(request);
            page.getDocument()
                    .selectXpath("/html")
                    .attr("lang", language.tag())
                    .attr("dir", language.isRightToLeft() ? "rtl" : "ltr");
        });
        event.getSource().addUIInitListener(init -> apply(init.getUI(), of(VaadinRequest.getCurrent())));
        event.getSource().setSystemMessagesProvider(info -> system(info.getLocale()));
    }

    /** An ended session leads to the login without a word; a fault of ours is said in the reader's language. */
    private SystemMessages system(Locale locale) {
        var system = new CustomizedSystemMessages();
        system.setSessionExpiredNotificationEnabled(false);
        system.setInternalErrorCaption(messages.getTranslation("fault.caption", locale));
        system.setInternalErrorMessage(messages.getTranslation("fault.message", locale));
        return system;
    }

    private void apply(UI ui, Language language) {
        ui.setLocale(Locale.of(language.tag()));
        ui.getReconnectDialogConfiguration().setDialogText(messages.getTranslation("connection.lost", ui.getLocale()));
        ui.getReconnectDialogConfiguration()
                .setDialogTextGaveUp(messages.getTranslation("connection.gone", ui.getLocale()));
        ui.setDirection(language.isRightToLeft() ? Direction.RIGHT_TO_LEFT : Direction.LEFT_TO_RIGHT);
    }

    private static Language of(VaadinRequest request) {
        var cookies = Optional.ofNullable(request.getCookies()).stream().flatMap(Arrays::stream);
        return Stream.of(
                        asked(request.getParameter(PARAMETER)).stream(),
                        cookies.filter(cookie -> cookie.getName().equals(COOKIE))
                                .flatMap(cookie -> asked(cookie.getValue()).stream()),
                        Collections.list(request.getLocales()).stream()
                                .flatMap(locale -> asked(locale.getLanguage()).stream()))
                .flatMap(found -> found)
                .findFirst()
                .orElse(Language.EN);
    }

    private static Optional<Language> asked(@Nullable String tag) {
        return Arrays.stream(Language.values())
                .filter(language -> language.tag().equals(tag))
                .findFirst();
    }

    private static void remember(VaadinResponse response, Language language) {
        var cookie = new Cookie(COOKIE, language.tag());
        cookie.setPath("/");
        cookie.setMaxAge((int) Duration.ofDays(365).toSeconds());
        cookie.setHttpOnly(true);
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }
}
