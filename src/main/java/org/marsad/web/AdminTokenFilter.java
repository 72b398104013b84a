package org.marsad.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets the launcher's commands in: they prove, by a token from a file that only the server's user may read, that they
 * run as that user on this machine. They may do what an admin may, and name files of this machine.
 */
final class AdminTokenFilter extends OncePerRequestFilter {
    /** The authority to name files of the server's machine. */
    static final String LOCAL = "LOCAL";

    private static final String BEARER = "Bearer ";

    private final byte[] token;

    AdminTokenFilter(String token) {
        this.token = token.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader("Authorization");
        if (header != null
                && header.startsWith(BEARER)
                && token.length > 0
                && LocalRequest.isLocal(request)
                && MessageDigest.isEqual(
                        token, header.substring(BEARER.length()).getBytes(StandardCharsets.UTF_8))) {
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                    "command line",
                    null,
                    List.of(new SimpleGrantedAuthority("ROLE_ADMIN"), new SimpleGrantedAuthority(LOCAL))));
            SecurityContextHolder.setContext(context);
        }
        chain.doFilter(request, response);
    }
}
