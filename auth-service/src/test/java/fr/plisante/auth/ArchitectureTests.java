package fr.plisante.auth;

import fr.plisante.local.test.HouseRules;

class ArchitectureTests implements HouseRules {}
