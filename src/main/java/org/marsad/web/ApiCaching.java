package org.marsad.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** An ETag on every answer, so that a map that asks again for what it has gets 304 and no body. */
@Configuration(proxyBeanMethods = false)
class ApiCaching implements WebMvcConfigurer {
    private static final String[] READ = {
        "/api/v1/events*",
        "/api/v1/events/*",
        "/api/v1/counts",
        "/api/v1/histogram",
        "/api/v1/borders",
        "/api/v1/corridor",
        "/api/v1/towns"
    };

    @Bean
    FilterRegistrationBean<ShallowEtagHeaderFilter> entityTags() {
        var filter = new ShallowEtagHeaderFilter();
        // A strong one vouches for each byte, and would keep the server from compressing.
        filter.setWriteWeakETag(true);
        var registration = new FilterRegistrationBean<>(filter);
        // The map's own routes know their tags before they work out the answer.
        registration.addUrlPatterns(
                "/api/v1/events.geojson",
                "/api/v1/events",
                "/api/v1/events/*",
                "/api/v1/counts",
                "/api/v1/histogram",
                "/api/v1/borders",
                "/api/v1/corridor",
                "/api/v1/towns");
        return registration;
    }

    /** Spring Security forbids to keep any answer; these may be kept by the reader's browser, and asked about each time. */
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new HandlerInterceptor() {
                    @Override
                    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                        response.setHeader(
                                "Cache-Control",
                                CacheControl.noCache().cachePrivate().getHeaderValue());
                        return true;
                    }
                })
                .addPathPatterns(READ);
    }
}
