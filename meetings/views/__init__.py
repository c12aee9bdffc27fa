"""The pages. A view picks rows through `visible_to(request.actor)`, hands them to a template, and decides nothing itself."""
