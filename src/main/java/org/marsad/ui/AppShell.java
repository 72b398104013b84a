package org.marsad.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;
import java.util.List;
import java.util.Map;

/** The page around every view. */
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("assets/marsad.css")
@ColorScheme(ColorScheme.Value.LIGHT_DARK)
@Viewport("width=device-width, initial-scale=1, viewport-fit=cover")
public class AppShell implements AppShellConfigurator {
    private static final long serialVersionUID = 1;

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.setPageTitle("Marsad · مرصد");
        settings.addFavIcon("icon", "assets/marsad.svg", "any");
        settings.addMetaTag("theme-color", "#10242e");
        if ("/".equals(settings.getRequest().getPathInfo())) {
            // The land comes while the page's programs are still being read.
            for (var address : List.of("api/v1/map/borders.json", "api/v1/map/countries-50m.json")) {
                settings.addLink(address, Map.of("rel", "preload", "as", "fetch", "crossorigin", "anonymous"));
            }
        }
    }
}
