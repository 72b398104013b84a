package org.marsad.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses a demo account from anywhere but the server's own machine, on every request of a session. */
final class DemoAccountFilter extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null
                && authentication.getPrincipal() instanceof AccountDetails account
                && account.isDemo()
                && !LocalRequest.isLocal(request)) {
            SecurityContextHolder.clearContext();
            response.sendError(
                    HttpServletResponse.SC_FORBIDDEN, "Demo accounts work only on the machine that Marsad runs on.");
            return;
        }
        chain.doFilter(request, response);
    }
}
