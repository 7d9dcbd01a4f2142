package fr.plisante.auth;

import fr.plisante.testkit.HouseRules;

class ArchitectureTests implements HouseRules {}
