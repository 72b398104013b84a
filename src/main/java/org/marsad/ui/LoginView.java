package org.marsad.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.marsad.store.Accounts;
import org.marsad.store.Role;
import org.marsad.ui.i18n.Messages;

/** Where one signs in. */
@Route("login")
@JsModule("./marsad-scheme.ts")
@JsModule("./marsad-fonts.ts")
@AnonymousAllowed
class LoginView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1;
    private static final Map<String, String> LANGUAGES =
            new TreeMap<>(Map.of("ar", "العربية", "fr", "Français", "en", "English"));

    private final LoginForm form = new LoginForm();

    LoginView(Accounts accounts) {
        addClassName("m-login");
        var brand = new H1(new Brand(Messages.languageOf(UI.getCurrent().getLocale())));
        brand.addClassName("m-login-brand");
        var about = new Paragraph(getTranslation("login.about"));
        form.setI18n(texts());
        form.setAction("login");
        form.setForgotPasswordButtonVisible(false);
        var card = new Div(brand, about, form);
        card.addClassName("m-login-card");
        if (accounts.find("analyst").filter(account -> account.demo()).isPresent()) {
            card.add(demo());
        }
        card.add(languages());
        add(card);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        form.setError(event.getLocation().getQueryParameters().getParameters().containsKey("error"));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("login.title") + " · " + getTranslation("app.title");
    }

    /** There are demo accounts only where the server answers to its own machine. */
    private Div demo() {
        var hint = new Div(new Span(getTranslation("login.demo")));
        for (Role role : Role.values()) {
            var name = new Span(role.name().toLowerCase(Locale.ROOT));
            name.addClassName("m-code");
            name.getElement().setAttribute("dir", "ltr");
            hint.add(name);
        }
        hint.addClassName("m-login-demo");
        return hint;
    }

    private Div languages() {
        var links = new Div();
        links.addClassName("m-login-languages");
        LANGUAGES.forEach((tag, name) -> {
            var link = new Anchor("login?lang=" + tag, name);
            link.getElement().setAttribute("lang", tag).setAttribute("router-ignore", true);
            links.add(link);
        });
        return links;
    }

    private LoginI18n texts() {
        var texts = LoginI18n.createDefault();
        var form = texts.getForm();
        form.setTitle(getTranslation("login.title"));
        form.setUsername(getTranslation("login.name"));
        form.setPassword(getTranslation("login.password"));
        form.setSubmit(getTranslation("login.submit"));
        texts.setForm(form);
        var error = texts.getErrorMessage();
        error.setTitle(getTranslation("login.failed"));
        error.setMessage(getTranslation("login.failedHow"));
        error.setUsername(getTranslation("login.nameMissing"));
        error.setPassword(getTranslation("login.passwordMissing"));
        texts.setErrorMessage(error);
        return texts;
    }
}
