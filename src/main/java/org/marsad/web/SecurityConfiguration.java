package org.marsad.web;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import jakarta.servlet.http.HttpServletRequest;
import org.marsad.store.Accounts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.access.hierarchicalroles.RoleHierarchyImpl;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer.AuthorizedUrl;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Who may reach which route. What is not stated here, or by an annotation on a view, is denied. */
@Configuration
@EnableMethodSecurity
class SecurityConfiguration {
    /** Vaadin's client makes functions from text and styles its components inline; nothing comes from elsewhere. */
    private static final String VIEWS_CONTENT_POLICY =
            "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval';"
                    + " style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; worker-src 'self' blob:;"
                    + " object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    private static final String API_CONTENT_POLICY = "default-src 'none'; frame-ancestors 'none'";

    @Bean
    static RoleHierarchy roleHierarchy() {
        return RoleHierarchyImpl.withDefaultRolePrefix()
                .role("ADMIN")
                .implies("BRIEFER")
                .role("BRIEFER")
                .implies("ANALYST")
                .build();
    }

    @Bean
    static PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    AuthenticationProvider accountLogin(Accounts accounts, PasswordEncoder encoder) {
        var provider = new DaoAuthenticationProvider(name -> accounts.find(name)
                .map(AccountDetails::new)
                .orElseThrow(() -> new UsernameNotFoundException("no such account")));
        provider.setPasswordEncoder(encoder);
        provider.setPreAuthenticationChecks(user -> {
            if (user instanceof AccountDetails account && account.isDemo() && !LocalRequest.isLocal(currentRequest())) {
                throw new DisabledException("demo accounts work only on the machine that Marsad runs on");
            }
        });
        return provider;
    }

    /** Programs log in by HTTP Basic; the browser's map uses its session. */
    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, @Value("${marsad.admin-token:}") String adminToken) {
        http.securityMatcher("/api/**", "/health/**", "/error")
                // The map first, which asks most.
                .authorizeHttpRequests(routes -> routes.requestMatchers(HttpMethod.GET, "/api/v1/map/**")
                        .hasRole("ANALYST")
                        .requestMatchers(HttpMethod.GET, "/health")
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, "/api/v1/code")
                        .hasRole("ANALYST")
                        .requestMatchers(HttpMethod.POST, "/api/v1/jobs")
                        .hasAuthority(AdminTokenFilter.LOCAL)
                        .requestMatchers("/api/v1/jobs/**", "/api/v1/ingest", "/api/v1/status")
                        .hasRole("ADMIN")
                        .requestMatchers(HttpMethod.POST, "/api/v1/events/*/split", "/api/v1/events/join")
                        .hasRole("ADMIN")
                        .requestMatchers(HttpMethod.PUT, "/api/v1/sources/**")
                        .hasRole("ADMIN")
                        .requestMatchers(HttpMethod.DELETE, "/api/v1/sources/**")
                        .hasRole("ADMIN")
                        .requestMatchers("/api/v1/views/**")
                        .hasRole("ANALYST")
                        .requestMatchers(HttpMethod.POST, "/api/v1/snapshots/*/withdraw")
                        .hasRole("ADMIN")
                        .requestMatchers(HttpMethod.POST, "/api/v1/snapshots/verify")
                        .hasRole("ANALYST")
                        .requestMatchers(HttpMethod.POST, "/api/v1/snapshots/**")
                        .hasRole("BRIEFER")
                        .requestMatchers("/api/v1/schedules/**")
                        .hasRole("BRIEFER")
                        .requestMatchers(HttpMethod.GET, "/api/v1/**")
                        .hasRole("ANALYST")
                        .requestMatchers("/error")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .httpBasic(basic -> basic.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                // A session's cookie goes along with a forged request; a login in a header does not.
                .csrf(csrf -> csrf.ignoringRequestMatchers(SecurityConfiguration::hasLoginInHeader))
                .requestCache(cache -> cache.disable())
                .addFilterBefore(
                        new AdminTokenFilter(adminToken),
                        org.springframework.security.web.authentication.www.BasicAuthenticationFilter.class)
                .addFilterBefore(new DemoAccountFilter(), AuthorizationFilter.class);
        return secured(http, API_CONTENT_POLICY);
    }

    @Bean
    @Order(2)
    SecurityFilterChain views(HttpSecurity http) {
        http.with(
                        VaadinSecurityConfigurer.vaadin(),
                        vaadin -> vaadin.loginView("/login").anyRequest(AuthorizedUrl::denyAll))
                .addFilterBefore(new DemoAccountFilter(), AuthorizationFilter.class);
        return secured(http, VIEWS_CONTENT_POLICY);
    }

    private static SecurityFilterChain secured(HttpSecurity http, String contentPolicy) {
        // At once: Vaadin's page is sent before Spring Security would write them.
        var eager = new ObjectPostProcessor<HeaderWriterFilter>() {
            @Override
            public <O extends HeaderWriterFilter> O postProcess(O filter) {
                filter.setShouldWriteHeadersEagerly(true);
                return filter;
            }
        };
        return http.headers(headers -> headers.withObjectPostProcessor(eager)
                        .contentSecurityPolicy(policy -> policy.policyDirectives(contentPolicy))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(
                                policy -> policy.policy("camera=(), microphone=(), geolocation=(), payment=()")))
                .build();
    }

    private static boolean hasLoginInHeader(HttpServletRequest request) {
        return request.getHeader("Authorization") != null;
    }

    private static HttpServletRequest currentRequest() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }
}
